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
resource "aws_iam_role" "ci" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringLike = {
          # ruleid: iac/trust-policy-open
          "token.actions.githubusercontent.com:sub" = "repo:acme/*"
        }
      }
    }]
  })
}
resource "aws_iam_role" "deploy" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Condition = {
        StringEquals = {
          # ok: iac/trust-policy-open
          "token.actions.githubusercontent.com:sub" = "repo:acme/shop:environment:production"
        }
      }
    }]
  })
}
resource "aws_iam_role" "task" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      # ok: iac/trust-policy-open
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}
