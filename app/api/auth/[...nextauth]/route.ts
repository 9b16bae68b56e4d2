import { authRoute } from "#server/members/auth.ts";

export const { GET, POST } = authRoute;
