// ruleid: iac/lambda-url-or-apigw-no-auth
fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
// ok: iac/lambda-url-or-apigw-no-auth
fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
// ruleid: iac/lambda-url-or-apigw-no-auth
new lambda.FunctionUrl(this, 'Url', { function: fn, authType: FunctionUrlAuthType.NONE });
// ruleid: iac/lambda-url-or-apigw-no-auth
orders.addMethod('POST', integration, { authorizationType: apigateway.AuthorizationType.NONE });
// ok: iac/lambda-url-or-apigw-no-auth
orders.addMethod('POST', integration, { authorizationType: apigateway.AuthorizationType.IAM });
// ok: iac/lambda-url-or-apigw-no-auth
orders.addMethod('OPTIONS', mock, { authorizationType: apigateway.AuthorizationType.NONE });
