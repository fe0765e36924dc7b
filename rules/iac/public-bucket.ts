// ruleid: iac/public-bucket
new s3.Bucket(this, 'Open', { publicReadAccess: true });
// ok: iac/public-bucket
new s3.Bucket(this, 'Closed', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });
// ok: iac/public-bucket
const options = { publicReadAccess: true };
// ruleid: iac/public-bucket
bucket.grantPublicAccess();
// ruleid: iac/public-bucket
new aws.s3.BucketAclV2('open', { bucket: files.id, acl: 'public-read' });
// ok: iac/public-bucket
new aws.s3.BucketAclV2('closed', { bucket: files.id, acl: 'private' });
