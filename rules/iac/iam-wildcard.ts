// ruleid: iac/iam-wildcard
role.addToPolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }));
// ruleid: iac/iam-wildcard
role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess'));
// ok: iac/iam-wildcard
role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] }));
// ok: iac/iam-wildcard
role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole'));
// ruleid: iac/iam-wildcard
const policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
// ok: iac/iam-wildcard
const denied = JSON.stringify({ Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] });
