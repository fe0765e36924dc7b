// ruleid: baas/user-metadata-authz
if (user.user_metadata.role === 'admin') return next();
// ruleid: baas/user-metadata-authz
const allowed = session.user?.user_metadata?.role !== 'viewer';
// ruleid: baas/user-metadata-authz
if (!user.unsafeMetadata.isAdmin) throw new Error('no');
// ok: baas/user-metadata-authz
if (user.app_metadata.role === 'admin') return next();
// ok: baas/user-metadata-authz
const name = user.user_metadata.full_name;
// ok: baas/user-metadata-authz
if (user.publicMetadata.role === 'admin') return next();
