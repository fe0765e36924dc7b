import * as lambda from 'aws-cdk-lib/aws-lambda';
import { fn } from './stack';

export const url = fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
