import * as iam from 'aws-cdk-lib/aws-iam';
import { bucket, role } from './stack';

role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] }));
