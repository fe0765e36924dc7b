data "aws_iam_policy_document" "app" {
  statement {
    # ruleid: iac/passrole-wildcard
    actions   = ["iam:PassRole"]
    resources = ["*"]
  }
  statement {
    # ok: iac/passrole-wildcard
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.task.arn]
  }
  statement {
    # ok: iac/passrole-wildcard
    actions   = ["iam:PassRole"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ecs-tasks.amazonaws.com"]
    }
  }
}
resource "google_project_iam_member" "m" {
  # ruleid: iac/passrole-wildcard
  role   = "roles/iam.serviceAccountTokenCreator"
  member = "serviceAccount:${google_service_account.app.email}"
}
resource "google_service_account_iam_member" "m" {
  # ok: iac/passrole-wildcard
  role   = "roles/iam.serviceAccountUser"
  member = "serviceAccount:${google_service_account.app.email}"
}
resource "google_project_iam_binding" "b" {
  # ruleid: iac/passrole-wildcard
  role    = "roles/iam.serviceAccountUser"
  members = ["group:dev@example.com"]
}
