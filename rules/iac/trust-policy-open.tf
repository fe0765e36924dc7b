resource "aws_lambda_permission" "open" {
  # ruleid: iac/trust-policy-open
  principal = "*"
  action    = "lambda:InvokeFunction"
}
resource "aws_lambda_permission" "api" {
  # ok: iac/trust-policy-open
  principal  = "apigateway.amazonaws.com"
  source_arn = aws_api_gateway_rest_api.a.execution_arn
}
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      # ruleid: iac/trust-policy-open
      Principal = { AWS = "*" }
    }]
  })
}
