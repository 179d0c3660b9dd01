using System.Globalization;
using CaseFlow.Web.Components.Shared.Forms;

namespace CaseFlow.Web.Components.Operations;

/// <summary>
/// Which button of a table was pressed: the act and the row, as <c>again:0192…</c>. One form for the whole table, so that it is
/// drawn also when the row has gone meanwhile, and the use case can say so.
/// </summary>
internal readonly record struct ChosenRow(string Act, string Row)
{
    public const string Field = "act";

    public static ChosenRow Of(FormPost post) => post[Field].Split(':', 2) is [var act, var row] ? new(act, row) : new(post[Field], "");

    public static string Value(string act, Guid row) => act + ":" + row.ToString("N");

    public static string Value(string act, Guid row, long key) => Value(act, row) + "." + key.ToString(CultureInfo.InvariantCulture);

    /// <summary>The row's id; an id that nothing has when it was tampered with.</summary>
    public Guid Id => Guid.TryParse(Row.Split('.')[0], out var id) ? id : Guid.Empty;

    /// <summary>The key within the row, where it has one.</summary>
    public long Key => Row.Split('.') is [_, var key] && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
