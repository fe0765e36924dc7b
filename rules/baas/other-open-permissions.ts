// ruleid: baas/other-open-permissions
collection.createRule = "";
// ruleid: baas/other-open-permissions
export const notes = { listRule: null, updateRule: '', deleteRule: null };
// ruleid: baas/other-open-permissions
const permissions = [Permission.update(Role.any())];
// ruleid: baas/other-open-permissions
const schema = a.schema({ Todo: a.model({ content: a.string() }).authorization((allow) => [allow.publicApiKey()]) });
// ok: baas/other-open-permissions
collection.createRule = "@request.auth.id != ''";
// ok: baas/other-open-permissions
const own = [Permission.update(Role.user(userId)), Permission.read(Role.any())];
// ok: baas/other-open-permissions
const post = a.model({}).authorization((allow) => [allow.guest().to(['read']), allow.owner()]);
// ok: baas/other-open-permissions
collection.deleteRule = null;
