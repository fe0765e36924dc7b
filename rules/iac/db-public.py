from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_rds as rds
from aws_cdk import aws_redshift_alpha as redshift
import pulumi_aws as aws

# ruleid: iac/db-public
rds.DatabaseInstance(self, "Db", engine=engine, vpc=vpc, publicly_accessible=True)
redshift.Cluster(
    self,
    "Warehouse",
    vpc=vpc,
    # ruleid: iac/db-public
    publicly_accessible=True,
)
# ruleid: iac/db-public
aws.rds.Instance("shop", engine="postgres", publicly_accessible=True)
# ok: iac/db-public
rds.DatabaseInstance(self, "Db", engine=engine, vpc=vpc, publicly_accessible=False)
# ok: iac/db-public
rds.DatabaseInstance(self, "Db", engine=engine, vpc=vpc, publicly_accessible=public)
# ok: iac/db-public
rds.DatabaseInstance(self, "Db", vpc=vpc, vpc_subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED))
