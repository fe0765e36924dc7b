resource "aws_lambda_function_url" "app" {
  function_name      = aws_lambda_function.app.function_name
  authorization_type = "AWS_IAM"
}

resource "aws_api_gateway_method" "create" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = "POST"
  authorization = "CUSTOM"
  authorizer_id = aws_api_gateway_authorizer.jwt.id
}

resource "google_cloud_run_service_iam_member" "gateway" {
  service = google_cloud_run_service.app.name
  role    = "roles/run.invoker"
  member  = "serviceAccount:${google_service_account.gateway.email}"
}
