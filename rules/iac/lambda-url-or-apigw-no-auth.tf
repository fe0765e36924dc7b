resource "aws_lambda_function_url" "a" {
  function_name      = aws_lambda_function.a.function_name
  # ruleid: iac/lambda-url-or-apigw-no-auth
  authorization_type = "NONE"
}
resource "aws_api_gateway_method" "b" {
  http_method   = "POST"
  # ruleid: iac/lambda-url-or-apigw-no-auth
  authorization = "NONE"
}
resource "google_cloud_run_service_iam_member" "c" {
  role   = "roles/run.invoker"
  # ruleid: iac/lambda-url-or-apigw-no-auth
  member = "allUsers"
}
resource "aws_lambda_function_url" "d" {
  # ok: iac/lambda-url-or-apigw-no-auth
  authorization_type = "AWS_IAM"
}
resource "aws_api_gateway_method" "cors" {
  http_method   = "OPTIONS"
  # ok: iac/lambda-url-or-apigw-no-auth
  authorization = "NONE"
}
resource "aws_api_gateway_method" "e" {
  http_method   = "POST"
  # ok: iac/lambda-url-or-apigw-no-auth
  authorization = "CUSTOM"
}
