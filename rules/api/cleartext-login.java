import org.apache.commons.net.ftp.*;

class Upload {
  void bad(String user, String password) throws Exception {
    FTPClient ftp = new FTPClient();
    ftp.connect("files");
    // ruleid: api/cleartext-login
    ftp.login(user, password);
  }
  void safe(String user, String password) throws Exception {
    FTPSClient ftp = new FTPSClient();
    ftp.connect("files");
    // ok: api/cleartext-login
    ftp.login(user, password);
  }
}
