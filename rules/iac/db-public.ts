// ruleid: iac/db-public
new rds.DatabaseInstance(this, 'Db', { engine, vpc, publiclyAccessible: true });
// ok: iac/db-public
new rds.DatabaseInstance(this, 'Db', { engine, vpc, publiclyAccessible: false });
// ruleid: iac/db-public
new aws.rds.Instance('shop', { engine: 'postgres', instanceClass: 'db.t4g.small', publiclyAccessible: true });
new redshift.Cluster(this, 'Warehouse', {
  vpc,
  masterUser,
  // ruleid: iac/db-public
  publiclyAccessible: true,
});
// ok: iac/db-public
new rds.DatabaseInstance(this, 'Db', { engine, vpc, publiclyAccessible: props.publiclyAccessible });
// ok: iac/db-public
new rds.DatabaseInstance(this, 'Db', { engine, vpc, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } });
