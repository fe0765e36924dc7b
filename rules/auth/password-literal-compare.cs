class Login
{
    bool Check(string user, string password, Request request)
    {
        // ruleid: auth/password-literal-compare
        if (user == "admin" && password == "sommer2024") return true;
        // ruleid: auth/password-literal-compare
        if (request.Password != "letmein99") return false;
        // ruleid: auth/password-literal-compare
        if (password.Equals("hunter42")) return true;
        // ruleid: auth/password-literal-compare
        if (request.AdminKey == "k9-rex-77") return true;
        // ok: auth/password-literal-compare
        if (password == "") return false;
        // ok: auth/password-literal-compare
        if (password != request.ConfirmPassword) return false;
        // ok: auth/password-literal-compare
        if (request.GrantType == "password") return Grant(request);
        // ok: auth/password-literal-compare
        if (request.PasswordFormat == "plain-text") return false;
        // ok: auth/password-literal-compare
        if (field == "password") return false;
        // ok: auth/password-literal-compare
        return hasher.VerifyHashedPassword(user, Find(user).Hash, password) == PasswordVerificationResult.Success;
    }
}
