from supabase import create_client


def prepare(supabase):
    # ruleid: baas/storage-open
    supabase.storage.create_bucket("invoices", options={"public": True})


def prepare_private(client):
    # ruleid: baas/storage-open
    client.storage.create_bucket("private-files", "private-files", {"public": True, "file_size_limit": 1000000})


def link(supabase, path):
    # ruleid: baas/storage-open
    return supabase.storage.from_("invoices").create_signed_url(path, 60 * 60 * 24 * 365)


def prepare_closed(supabase):
    # ok: baas/storage-open
    supabase.storage.create_bucket("invoices", options={"public": False})


def prepare_pictures(supabase):
    # ok: baas/storage-open
    supabase.storage.create_bucket("avatars", options={"public": True})


def link_short(supabase, path):
    # ok: baas/storage-open
    return supabase.storage.from_("invoices").create_signed_url(path, 60 * 10)
