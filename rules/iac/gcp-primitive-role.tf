resource "google_project_iam_member" "a" {
  project = "p"
  # ruleid: iac/gcp-primitive-role
  role    = "roles/editor"
  member  = "serviceAccount:app@p.iam.gserviceaccount.com"
}
resource "google_project_iam_binding" "b" {
  # ruleid: iac/gcp-primitive-role
  role    = "roles/owner"
  members = ["user:a@example.com"]
}
resource "google_pubsub_topic_iam_member" "c" {
  role   = "roles/pubsub.publisher"
  # ruleid: iac/gcp-primitive-role
  member = "allUsers"
}
resource "google_project_iam_member" "d" {
  # ok: iac/gcp-primitive-role
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:app@p.iam.gserviceaccount.com"
}
resource "google_project_iam_member" "e" {
  # ok: iac/gcp-primitive-role
  role   = "roles/viewer"
  member = "group:dev@example.com"
}
resource "google_pubsub_topic_iam_member" "f" {
  # ok: iac/gcp-primitive-role
  member = "serviceAccount:app@p.iam.gserviceaccount.com"
}
