using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Security.Authentication;

class Transport
{
    void Old(SslStream stream, HttpClientHandler handler)
    {
        // ruleid: tokens/tls-old-version
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls11 | SecurityProtocolType.Tls12;
        // ruleid: tokens/tls-old-version
        stream.AuthenticateAsServer(certificate, false, SslProtocols.Tls, true);
        // ruleid: tokens/tls-old-version
        handler.SslProtocols = SslProtocols.Ssl3;
    }

    void Fine(SslStream stream, HttpClientHandler handler)
    {
        // ok: tokens/tls-old-version
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12 | SecurityProtocolType.Tls13;
        // ok: tokens/tls-old-version
        stream.AuthenticateAsServer(certificate, false, SslProtocols.None, true);
        // ok: tokens/tls-old-version
        handler.SslProtocols = SslProtocols.Tls12;
    }
}
