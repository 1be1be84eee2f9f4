using Microsoft.IdentityModel.Tokens;

public class Tokens
{
    public TokenValidationParameters Anybody(SecurityKey key)
    {
        return new TokenValidationParameters
        {
            IssuerSigningKey = key,
            // ruleid: csharp.auth.jwt-unverified
            RequireSignedTokens = false,
        };
    }

    public void Open(TokenValidationParameters parameters)
    {
        // ruleid: csharp.auth.jwt-unverified
        parameters.ValidateIssuerSigningKey = false;
    }

    public TokenValidationParameters Forever(SecurityKey key)
    {
        var parameters = new TokenValidationParameters { IssuerSigningKey = key };
        // ruleid: csharp.auth.jwt-unverified
        parameters.ValidateLifetime = false;
        return parameters;
    }

    public TokenValidationParameters Safe(SecurityKey key)
    {
        return new TokenValidationParameters
        {
            IssuerSigningKey = key,
            // ok: csharp.auth.jwt-unverified
            RequireSignedTokens = true,
        };
    }

    public void Closed(TokenValidationParameters parameters)
    {
        // ok: csharp.auth.jwt-unverified
        parameters.ValidateIssuerSigningKey = true;
    }

    public void AnyAudience(TokenValidationParameters parameters)
    {
        // ok: csharp.auth.jwt-unverified
        parameters.ValidateAudience = false;
    }
}
