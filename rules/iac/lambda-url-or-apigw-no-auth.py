from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_lambda as lambda_

# ruleid: iac/lambda-url-or-apigw-no-auth
fn.add_function_url(auth_type=lambda_.FunctionUrlAuthType.NONE)
# ruleid: iac/lambda-url-or-apigw-no-auth
lambda_.FunctionUrl(self, "Url", function=fn, auth_type=lambda_.FunctionUrlAuthType.NONE)
# ruleid: iac/lambda-url-or-apigw-no-auth
orders.add_method("POST", integration, authorization_type=apigateway.AuthorizationType.NONE)
# ok: iac/lambda-url-or-apigw-no-auth
fn.add_function_url(auth_type=lambda_.FunctionUrlAuthType.AWS_IAM)
# ok: iac/lambda-url-or-apigw-no-auth
orders.add_method("POST", integration, authorization_type=apigateway.AuthorizationType.IAM)
# ok: iac/lambda-url-or-apigw-no-auth
orders.add_method("OPTIONS", mock, authorization_type=apigateway.AuthorizationType.NONE)
