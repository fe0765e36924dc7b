-- ok: baas/table-without-rls
create table notes (id bigint);
create event trigger rls on ddl_command_end execute function private.enable_rls();
