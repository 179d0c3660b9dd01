using System.Globalization;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Minutes;

/// <summary>What published minutes are called, also as a file (R142): date, what it is, the body and its short name. Signs that file systems do not take are left out. Pure.</summary>
public static class MinutesTitle
{
    private const string Forbidden = "\\/:*?\"<>|";

    public static string Of(OrganisationModel organisation, Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(meeting);
        var body = organisation.FindBody(meeting.Body);
        var name = string.Join(' ', new[]
        {
            meeting.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            BilingualText.From(MinutesRegistration.Texts, "Title").Sv,
            body?.Name.Sv ?? meeting.Body,
            body is not null && body.ShortName.Sv != body.Name.Sv ? body.ShortName.Sv : "",
        }.Where(part => part.Length > 0));
        return new([.. name.Where(c => !Forbidden.Contains(c, StringComparison.Ordinal) && !char.IsControl(c))]);
    }
}
