using System.Resources;

namespace CaseFlow.Cases.Forms;

internal static class FormTexts
{
    public static ResourceManager Resources { get; } = new("CaseFlow.Cases.Forms.FormTexts", typeof(FormTexts).Assembly);
}
