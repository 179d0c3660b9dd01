using Microsoft.Extensions.Configuration;

namespace CaseFlow.Messaging.Mailing;

/// <summary>The section <c>CaseFlow:Mail</c>.</summary>
/// <param name="Host">Null: mails are kept for the administrator instead of being sent.</param>
/// <param name="UseTls">STARTTLS; refused by a server without it.</param>
/// <param name="User">Null: without signing in.</param>
/// <param name="Password">Belongs to <paramref name="User"/>.</param>
internal sealed record MailOptions(string? Host, int Port, string From, bool UseTls, string? User, string? Password)
{
    public static MailOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("CaseFlow:Mail");
        var host = section["Host"];
        return new(
            string.IsNullOrWhiteSpace(host) ? null : host,
            section.GetValue("Port", 25),
            section["From"] is { Length: > 0 } from ? from : "caseflow@localhost",
            section.GetValue("UseTls", false),
            section["User"],
            section["Password"]);
    }
}
