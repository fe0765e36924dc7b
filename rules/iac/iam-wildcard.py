import json

from aws_cdk import aws_iam as iam

# ruleid: iac/iam-wildcard
role.add_to_policy(iam.PolicyStatement(actions=["*"], resources=["*"]))
# ruleid: iac/iam-wildcard
role.add_managed_policy(iam.ManagedPolicy.from_aws_managed_policy_name("AdministratorAccess"))
# ruleid: iac/iam-wildcard
document = json.dumps({"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})
# ok: iac/iam-wildcard
role.add_to_policy(iam.PolicyStatement(actions=["s3:GetObject"], resources=[bucket.arn_for_objects("*")]))
# ok: iac/iam-wildcard
role.add_managed_policy(iam.ManagedPolicy.from_aws_managed_policy_name("service-role/AWSLambdaBasicExecutionRole"))
# ok: iac/iam-wildcard
denied = json.dumps({"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]})
