// ruleid: iac/lambda-url-or-apigw-no-auth
fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
// ok: iac/lambda-url-or-apigw-no-auth
fn.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
