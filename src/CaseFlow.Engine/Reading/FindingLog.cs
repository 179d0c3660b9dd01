using System.Globalization;
using System.Resources;
using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>A part of a finding's text that differs between the languages.</summary>
internal sealed record InBothLanguages(string Sv, string En) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        formatProvider is CultureInfo { TwoLetterISOLanguageName: "sv" } ? Sv : En;
}

/// <summary>Collects the findings of one file. The texts lie in <c>FindingTexts.resx</c> (Swedish) and <c>.en.resx</c>, by code.</summary>
internal sealed class FindingLog(string file)
{
    private static readonly ResourceManager Texts = new("CaseFlow.Engine.Reading.FindingTexts", typeof(FindingLog).Assembly);
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private readonly List<Finding> _all = [];

    /// <summary>In line order.</summary>
    internal IReadOnlyList<Finding> All => [.. _all.OrderBy(f => f.Line)];

    internal string File => file;

    /// <summary>False while a process is read that is only documentation: what could not run is then a warning.</summary>
    internal bool IsExecutable { get; set; } = true;

    /// <summary>What stops a process from running; breaks no rule in one that is not meant to run.</summary>
    internal void CannotRun(string code, XElement at, params object?[] about) => CannotRun(code, at.NearestId(), at.Line(), about);

    internal void CannotRun(string code, string? elementId, int line, params object?[] about) =>
        Add(IsExecutable ? FindingSeverity.Error : FindingSeverity.Warning, code, elementId, line, about);



    internal void Error(string code, XElement at, params object?[] about) => Error(code, at.NearestId(), at.Line(), about);

    internal void Error(string code, string? elementId, int line, params object?[] about) => Add(FindingSeverity.Error, code, elementId, line, about);

    internal void Warning(string code, XElement at, params object?[] about) => Warning(code, at.NearestId(), at.Line(), about);

    internal void Warning(string code, string? elementId, int line, params object?[] about) => Add(FindingSeverity.Warning, code, elementId, line, about);

    /// <summary>A finding that concerns the bundle as a whole.</summary>
    internal static Finding ForBundle(string code, params object?[] about) =>
        new(FindingSeverity.Error, code, "", null, 0, Format(code, Swedish, about), Format(code, English, about));

    private void Add(FindingSeverity severity, string code, string? elementId, int line, object?[] about) =>
        _all.Add(new Finding(severity, code, file, elementId, line, Format(code, Swedish, about), Format(code, English, about)));

    private static string Format(string code, CultureInfo culture, object?[] about) =>
        string.Format(culture, Texts.GetString(code, culture) ?? code, about);
}
