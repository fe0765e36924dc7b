from aws_cdk import aws_s3 as s3
import pulumi_aws as aws

# ruleid: iac/public-bucket
s3.Bucket(self, "Open", public_read_access=True)
# ruleid: iac/public-bucket
bucket.grant_public_access()
# ruleid: iac/public-bucket
aws.s3.BucketAclV2("open", bucket=files.id, acl="public-read")
# ruleid: iac/public-bucket
client.put_bucket_acl(Bucket="files", ACL="public-read")
# ok: iac/public-bucket
s3.Bucket(self, "Closed", block_public_access=s3.BlockPublicAccess.BLOCK_ALL)
# ok: iac/public-bucket
s3.Bucket(self, "Chosen", public_read_access=False)
# ok: iac/public-bucket
client.put_bucket_acl(Bucket="files", ACL="private")
