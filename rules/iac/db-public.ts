// ruleid: iac/db-public
new rds.DatabaseInstance(this, 'Db', { engine, vpc, publiclyAccessible: true });
// ok: iac/db-public
new rds.DatabaseInstance(this, 'Db', { engine, vpc, publiclyAccessible: false });
