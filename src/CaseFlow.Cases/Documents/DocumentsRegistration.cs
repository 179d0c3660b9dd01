using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Documents;

internal static class DocumentsRegistration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton<AddDocument>()
        .AddSingleton<MoveDocumentOn>()
        .AddSingleton<DocumentRegister>()
        .AddSingleton<RegisterDiaryNumber>();
}
