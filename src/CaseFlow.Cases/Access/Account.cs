using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Cases.Access;

/// <summary>
/// A person who can sign in. What the account may do lies in <see cref="RoleAssignment"/> rows and is read for a date
/// by <c>ActorSource</c>; nothing is taken from claims. The names here are personal data: they never enter facts or messages.
/// </summary>
public sealed class Account : IdentityUser
{
    /// <summary>The name that colleagues see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Title and organisation, for example "beredningsansvarig, koncernkontoret". Preferred over the name in notifications.</summary>
    public string Title { get; set; } = "";

    /// <summary>Language of mails: <c>sv</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "sv";

    /// <summary>Made by <c>--demo</c>; can sign in only while the server runs in demo mode.</summary>
    public bool IsDemo { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>From this moment the account has no grants and cannot sign in; the row stays for the record.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
