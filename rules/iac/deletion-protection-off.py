from aws_cdk import RemovalPolicy
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_logs as logs
from aws_cdk import aws_rds as rds
import pulumi_aws as aws

# ruleid: iac/deletion-protection-off
dynamodb.Table(self, "Users", partition_key=key, removal_policy=RemovalPolicy.DESTROY)
# ruleid: iac/deletion-protection-off
rds.DatabaseInstance(self, "Db", engine=engine, vpc=vpc, deletion_protection=False)
# ruleid: iac/deletion-protection-off
aws.rds.Instance("shop", engine="postgres", skip_final_snapshot=True)
# ok: iac/deletion-protection-off
dynamodb.Table(self, "Users", partition_key=key, removal_policy=RemovalPolicy.RETAIN)
# ok: iac/deletion-protection-off
logs.LogGroup(self, "Log", removal_policy=RemovalPolicy.DESTROY)
# ok: iac/deletion-protection-off
rds.DatabaseInstance(self, "Db", engine=engine, vpc=vpc, deletion_protection=True)
# ok: iac/deletion-protection-off
rds.DatabaseInstance(self, "Db", engine=engine, vpc=vpc, deletion_protection=stage == "production")
