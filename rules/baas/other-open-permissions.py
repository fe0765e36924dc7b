from appwrite.id import ID
from appwrite.permission import Permission
from appwrite.role import Role


def save(databases, text):
    # ruleid: baas/other-open-permissions
    return databases.create_document("main", "notes", ID.unique(), {"text": text}, [Permission.update(Role.any())])


def create(databases):
    permissions = [
        Permission.read(Role.any()),
        # ruleid: baas/other-open-permissions
        Permission.delete(Role.users()),
    ]
    return databases.create_collection("main", "orders", "orders", permissions)


def prepare(storage):
    # ruleid: baas/other-open-permissions
    return storage.create_bucket("files", "files", permissions=[Permission.write(Role.guests())])


def save_own(databases, user_id, text):
    # ok: baas/other-open-permissions
    return databases.create_document("main", "notes", ID.unique(), {"text": text}, [Permission.update(Role.user(user_id))])


def save_team(databases, team_id, text):
    # ok: baas/other-open-permissions
    return databases.create_document("main", "notes", ID.unique(), {"text": text}, [Permission.write(Role.team(team_id, "owner"))])


def publish(databases, text):
    # ok: baas/other-open-permissions
    return databases.create_document("main", "news", ID.unique(), {"text": text}, [Permission.read(Role.any())])
