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
        // ruleid: csharp.auth.jwt-check-off
        // ok: csharp.auth.jwt-unverified
        parameters.ValidateIssuerSigningKey = false;
    }

    public TokenValidationParameters Forever(SecurityKey key)
    {
        var parameters = new TokenValidationParameters { IssuerSigningKey = key };
        // ruleid: csharp.auth.jwt-check-off
        parameters.ValidateLifetime = false;
        return parameters;
    }

    public TokenValidationParameters WithoutEnd(SecurityKey key)
    {
        return new TokenValidationParameters
        {
            IssuerSigningKey = key,
            // ruleid: csharp.auth.jwt-check-off
            RequireExpirationTime = false,
        };
    }

    public void Unsigned(TokenValidationParameters parameters)
    {
        // ruleid: csharp.auth.jwt-unverified
        parameters.RequireSignedTokens = false;
    }

    public TokenValidationParameters Plain(SecurityKey key)
    {
        var parameters = new TokenValidationParameters { IssuerSigningKey = key };
        // ruleid: csharp.auth.jwt-unverified
        parameters.RequireSignedTokens = false;
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
        // ok: csharp.auth.jwt-check-off
        parameters.ValidateIssuerSigningKey = true;
        // ok: csharp.auth.jwt-check-off
        parameters.ValidateLifetime = true;
    }

    public void AnyAudience(TokenValidationParameters parameters)
    {
        // ok: csharp.auth.jwt-unverified
        // ok: csharp.auth.jwt-check-off
        parameters.ValidateAudience = false;
    }
}
