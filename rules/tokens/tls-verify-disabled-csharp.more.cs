using System.Net;
using System.Net.Http;

class Transport
{
    void Open(HttpClientHandler handler)
    {
        // ruleid: tokens/tls-verify-disabled-csharp
        ServicePointManager.ServerCertificateValidationCallback += (sender, cert, chain, error) => { return true; };
        // ruleid: tokens/tls-verify-disabled-csharp
        handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => { return true; };
        // ok: tokens/tls-verify-disabled-csharp
        handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => { return errors == SslPolicyErrors.None; };
    }
}
