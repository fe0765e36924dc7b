import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';

export class Data extends Stack {
  readonly db = new rds.DatabaseInstance(this, 'Db', {
    engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 }),
    vpc: ec2.Vpc.fromLookup(this, 'Vpc', { vpcName: 'main' }),
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    publiclyAccessible: false,
    storageEncrypted: true,
    deletionProtection: true,
  });
}
