using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web;

/// <summary>
/// What all pages share: components rendered on the server, forms with a token against forgery, style and scripts of our own from files in the program, and a policy by which
/// a browser loads nothing else.
/// </summary>
internal static class WebPages
{
    public const string AssetsPath = "/assets";

    /// <summary>The style of charts, which is no file.</summary>
    public const string ChartStyles = "charts.css";

    /// <summary>Scripts and styles only from files: nothing that was written into a page is ever run.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    public static WebPart Part { get; } = new(MapAssets)
    {
        Services = services =>
        {
            services.AddRazorComponents();
            services.AddAntiforgery(options =>
            {
                options.Cookie.Name = "engagebot-forms";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.FormFieldName = "token";
                options.HeaderName = "X-Form-Token";
                options.SuppressXFrameOptionsHeader = true; // The server says so itself.
            });
        },
        Use = server => server.UseAntiforgery(),
    };

    /// <summary>To be put on every route that shows a page.</summary>
    public static TBuilder AsPage<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.AddEndpointFilter(async (context, next) =>
    {
        context.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
        return await next(context);
    });

    private static void MapAssets(IEndpointRouteBuilder routes) => routes.MapGet($"{AssetsPath}/{{name}}", (string name, HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "no-cache"; // A new version of the program is seen at once.
        if (name == ChartStyles)
        {
            return Results.Text(Charts.ChartStyles.Css, Types[".css"]);
        }

        if (!Types.TryGetValue(Path.GetExtension(name), out var type) || typeof(WebPages).Assembly.GetManifestResourceStream($"Web/Assets/{name}") is not { } file)
        {
            return Results.NotFound();
        }

        return Results.Stream(file, type);
    });
}
