using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Notifications;

/// <summary>Where a mail to somebody without an account goes, and the token that stands in its link.</summary>
public sealed record PersonalLink(string Address, string Token);

/// <summary>Makes the personal link of a mail at the moment when it is sent, so that no stored mail holds one.</summary>
public interface IPersonalLinks
{
    /// <summary>A new link for the mail's <see cref="Mail.LinkHolder"/>; stored by itself, before the mail goes.</summary>
    /// <returns>Null when the mail has lost its purpose or has no address: it is not sent.</returns>
    Task<PersonalLink?> Make(CaseFlowDb db, Guid holder, CancellationToken ct);
}
