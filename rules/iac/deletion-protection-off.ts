// ruleid: iac/deletion-protection-off
new dynamodb.Table(this, 'Users', { partitionKey, removalPolicy: cdk.RemovalPolicy.DESTROY });
// ok: iac/deletion-protection-off
new dynamodb.Table(this, 'Users', { partitionKey, removalPolicy: cdk.RemovalPolicy.RETAIN });
// ok: iac/deletion-protection-off
new logs.LogGroup(this, 'Log', { removalPolicy: cdk.RemovalPolicy.DESTROY });
// ruleid: iac/deletion-protection-off
new rds.DatabaseInstance(this, 'Db', { engine, vpc, deletionProtection: false });
// ruleid: iac/deletion-protection-off
new s3.Bucket(this, 'Files', { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true });
// ruleid: iac/deletion-protection-off
new aws.rds.Instance('shop', { engine: 'postgres', skipFinalSnapshot: true });
// ok: iac/deletion-protection-off
new rds.DatabaseInstance(this, 'Db', { engine, vpc, deletionProtection: true });
// ok: iac/deletion-protection-off
new rds.DatabaseInstance(this, 'Db', { engine, vpc, deletionProtection: stage === 'production' });
