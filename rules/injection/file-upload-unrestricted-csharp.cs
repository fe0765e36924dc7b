using System.IO;

class Uploads : Controller {
  void Bad(IFormFile file) {
    var path = Path.Combine("wwwroot/uploads", file.FileName);
    // ruleid: injection/file-upload-unrestricted-csharp
    using var stream = new FileStream(path, FileMode.Create);
  }
  void Based(IFormFile upload) {
    // ruleid: injection/file-upload-unrestricted-csharp
    using var stream = File.Create(Path.Combine("wwwroot", Path.GetFileName(upload.FileName)));
  }
  void Old(HttpPostedFile file) {
    // ruleid: injection/file-upload-unrestricted-csharp
    file.SaveAs("/uploads/" + file.FileName);
  }
  void Chosen(IFormFile file) {
    // ok: injection/file-upload-unrestricted-csharp
    using var stream = new FileStream(Path.Combine("/srv/uploads", Path.GetRandomFileName()), FileMode.Create);
  }
  void Checked(IFormFile file) {
    if (!Allowed.Contains(Path.GetExtension(file.FileName))) return;
    // ok: injection/file-upload-unrestricted-csharp
    using var stream = new FileStream(Path.Combine("/srv/uploads", Path.GetFileName(file.FileName)), FileMode.Create);
  }
  void Mail(Attachment mail) {
    // ok: injection/file-upload-unrestricted-csharp
    File.WriteAllBytes("/srv/mail/" + mail.Id, mail.Content);
  }
}
