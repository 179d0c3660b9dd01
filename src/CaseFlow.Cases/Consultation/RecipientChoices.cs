using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Consultation;

/// <summary>Whom the codes of the preparation form stand for, and what a recipient is called. Pure.</summary>
public static class RecipientChoices
{
    private const string AllParties = "alla-parter";

    /// <summary>The recipients of one code; all parties at once for the code that says so (R164).</summary>
    public static IEnumerable<(string Key, RecipientKind Kind)> Expand(OrganisationModel organisation, string code, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        if (code == AllParties)
            return organisation.PartiesAt(today).Select(p => (p.Key, RecipientKind.Party));
        if (organisation.FindArea(code) is not null)
            return [(code, RecipientKind.Area)];
        return [(code, organisation.FindSide(code) is not null ? RecipientKind.Side : RecipientKind.External)];
    }

    /// <summary>The name by which people know the recipient.</summary>
    public static BilingualText NameOf(OrganisationModel organisation, ConsultationRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(recipient);
        var key = recipient.Key;
        var known = recipient.Kind switch
        {
            RecipientKind.Area => organisation.FindArea(key)?.Name,
            RecipientKind.Side => organisation.FindSide(key)?.Name,
            RecipientKind.Party => organisation.FindParty(key)?.Name,
            RecipientKind.External => organisation.ExternalBodies.FirstOrDefault(b => b.Key == key)?.Name,
            RecipientKind.Invited => new BilingualText(recipient.Name, recipient.Name),
        };
        return known ?? new(key, key);
    }
}
