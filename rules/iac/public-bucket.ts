// ruleid: iac/public-bucket
new s3.Bucket(this, 'Open', { publicReadAccess: true });
// ok: iac/public-bucket
new s3.Bucket(this, 'Closed', { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });
// ok: iac/public-bucket
const options = { publicReadAccess: true };
