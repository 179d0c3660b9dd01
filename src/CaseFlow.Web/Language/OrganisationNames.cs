using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;

namespace CaseFlow.Web.Language;

/// <summary>The names that people use for the codes of the organisation: roles, sides, areas, bodies. A code without a name is shown as it is.</summary>
public sealed class OrganisationNames(OrganisationModel? organisation)
{
    private static readonly Texts T = Texts.For("Organisation");

    public string Role(string key) => organisation?.FindRole(key)?.Name.Current ?? key;

    public string Side(string key) => organisation?.FindSide(key)?.Name.Current ?? key;

    public string Area(string key) => organisation?.FindArea(key)?.Name.Current ?? key;

    public string Body(string key) => organisation?.FindBody(key)?.Name.Current ?? key;

    /// <summary>The name of whatever has the code; null when nothing does.</summary>
    public string? Find(string key) => (organisation?.FindSide(key)?.Name ?? organisation?.FindArea(key)?.Name
        ?? organisation?.FindBody(key)?.Name ?? organisation?.FindRole(key)?.Name)?.Current;

    /// <summary>"beredningsansvarig, VästKom": a role with the side or area that it is held for.</summary>
    public string Role(string role, string? side, string? area)
    {
        var where = side is not null ? Side(side) : area is not null ? Area(area) : null;
        return where is null ? Role(role) : T["role-for", Role(role), where];
    }

    /// <summary>Everybody who may do a task, in one line.</summary>
    public string Candidates(TaskRow task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return string.Join(T["or"], task.Candidates.OrderBy(c => c.Ordinal).Select(c => Role(c.Role, c.Side, c.Area)).Distinct(StringComparer.Ordinal));
    }
}
