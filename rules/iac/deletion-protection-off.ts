// ruleid: iac/deletion-protection-off
new dynamodb.Table(this, 'Users', { partitionKey, removalPolicy: cdk.RemovalPolicy.DESTROY });
// ok: iac/deletion-protection-off
new dynamodb.Table(this, 'Users', { partitionKey, removalPolicy: cdk.RemovalPolicy.RETAIN });
// ok: iac/deletion-protection-off
new logs.LogGroup(this, 'Log', { removalPolicy: cdk.RemovalPolicy.DESTROY });
