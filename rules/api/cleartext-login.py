import ftplib
import smtplib
import telnetlib


def upload(host, user, password):
    # ruleid: api/cleartext-login
    ftp = ftplib.FTP(host)
    ftp.login(user, password)
    # ruleid: api/cleartext-login
    tn = telnetlib.Telnet(host)
    # ok: api/cleartext-login
    safe = ftplib.FTP_TLS(host)
    safe.login(user, password)
    safe.prot_p()
    return tn


def mail(user, password):
    server = smtplib.SMTP("mail", 587)
    # ruleid: api/cleartext-login
    server.login(user, password)


def mail_safe(user, password):
    with smtplib.SMTP("mail", 587) as server:
        server.starttls()
        # ok: api/cleartext-login
        server.login(user, password)


def mail_ssl(user, password):
    server = smtplib.SMTP_SSL("mail", 465)
    # ok: api/cleartext-login
    server.login(user, password)
