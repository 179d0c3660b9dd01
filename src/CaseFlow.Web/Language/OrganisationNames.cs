using System.Runtime.CompilerServices;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Organisation.Reading;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Model;

namespace CaseFlow.Web.Language;

/// <summary>The names that people use for the codes of the organisation: roles, sides, areas, bodies. A code without a name is shown as it is.</summary>
public sealed class OrganisationNames(OrganisationModel? organisation)
{
    private static readonly ConditionalWeakTable<ModelBundle, OrganisationNames> ByBundle = [];
    private static readonly Texts T = Texts.For("Organisation");

    /// <summary>Knows no names.</summary>
    public static OrganisationNames None { get; } = new(null);

    /// <summary>The names of a bundle, read once.</summary>
    public static OrganisationNames Of(ModelBundle bundle) => ByBundle.GetValue(bundle, static b => new(Read(b)));

    public string Role(string key) => organisation?.FindRole(key)?.Name.Current ?? key;

    public string Side(string key) => organisation?.FindSide(key)?.Name.Current ?? key;

    public string Area(string key) => organisation?.FindArea(key)?.Name.Current ?? key;

    public string Body(string key) => organisation?.FindBody(key)?.Name.Current ?? key;

    /// <summary>What people call the body in running text.</summary>
    public string ShortBody(string key) => organisation?.FindBody(key)?.ShortName.Current ?? key;

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

    // The organisation is the one file of its folder that reads as an organisation; the mandate beside it does not.
    private static OrganisationModel? Read(ModelBundle bundle) => bundle.Files.Values
        .Where(f => f.Path.StartsWith("organisation/", StringComparison.Ordinal))
        .Select(f => OrganisationReader.Read(f.Path, f.Text).Model)
        .FirstOrDefault(m => m is not null);
}
